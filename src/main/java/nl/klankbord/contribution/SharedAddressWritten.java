// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import nl.klankbord.dilemma.SharedAddressFinder;
import nl.klankbord.identity.Actor;

/** Where somebody shares her mail address, to take along; the addresses of others are theirs. */
@ApplicationScoped
class SharedAddressWritten implements Written {
    @Inject
    SharedAddressFinder addresses;

    @Override
    public String name() {
        return "sharedAddresses";
    }

    @Override
    public List<SharedAddressFinder.Own> own(Actor actor) {
        return addresses.own(actor);
    }

    /** No newcomer reads it without a new yes. */
    @Override
    public String before() {
        return "1 = 0";
    }
}
