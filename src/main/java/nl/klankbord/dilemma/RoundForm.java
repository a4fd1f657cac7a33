// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.dilemma;

import nl.klankbord.round.PlanRound;
import nl.klankbord.web.Form;
import org.jboss.resteasy.reactive.RestForm;

/** What was typed of a new round. @param preview there when one asked to see the dates rather than to make the round */
record RoundForm(@RestForm String title, @RestForm String methodKey, @RestForm String opensOn, @RestForm String preview) {

    PlanRound.Plan input() {
        return new PlanRound.Plan(title, methodKey, Form.date(opensOn));
    }
}
