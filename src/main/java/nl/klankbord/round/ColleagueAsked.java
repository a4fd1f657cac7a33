// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.ColleagueFinder;

/** Whether somebody speaks for a municipality, asked of who administers it: once for each programme. */
@ApplicationScoped
class ColleagueAsked implements Asked {
    private static final int MINUTES = 2;
    @Inject
    ColleagueFinder colleagues;

    @Override
    public List<Task> of(Actor actor) {
        return colleagues.waiting(actor).stream().map(programme -> new Task("confirm-colleagues", null, programme.name(), null, MINUTES, "/municipality#proposals")).toList();
    }

    /** It belongs to a programme; no round waits for it. */
    @Override
    public List<Waiting> inRounds(Actor actor, Collection<UUID> roundIds) {
        return List.of();
    }
}
