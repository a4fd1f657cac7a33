// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.dilemma.DilemmaAccess;
import nl.klankbord.identity.Actor;
import nl.klankbord.shared.Site;

/** The session of a dilemma, for its circle. */
@ApplicationScoped
public class SessionFinder {
    private static final String SHOW = """
            select new nl.klankbord.session.SessionFinder$Shown(s.id, s.dilemmaId, s.startsAt, s.endsAt, s.location, s.joinUrl, s.protocol, s.status, s.sequence, s.version)
            from Session s join Dilemma d on d.id = s.dilemmaId where %s""".formatted(DilemmaAccess.IN_CIRCLE);
    @Inject
    EntityManager em;
    @Inject
    InvitationText text;
    @Inject
    Site site;
    @Inject
    Clock clock;

    public Optional<Shown> visibleTo(Actor actor, UUID id) {
        return em.createQuery(SHOW + " and s.id = :id", Shown.class).setParameter("id", id).setParameter("me", actor.personId()).getResultStream().findFirst();
    }

    public Optional<Shown> ofDilemma(Actor actor, UUID dilemmaId) {
        return em.createQuery(SHOW + " and d.id = :id", Shown.class).setParameter("id", dilemmaId).setParameter("me", actor.personId()).getResultStream().findFirst();
    }

    /** The invitation as an iCalendar object. */
    public Optional<String> calendar(Actor actor, UUID id, Locale language) {
        return visibleTo(actor, id).map(session -> text.calendar(session.invitation(site.baseUrl()), language, clock.instant()));
    }

    public record Shown(UUID id, UUID dilemmaId, Instant startsAt, Instant endsAt, String location, String joinUrl, String protocol,
                        SessionStatus status, int sequence, int version) {
        Invitation invitation(String baseUrl) {
            return new Invitation(id, startsAt, endsAt, sequence, status == SessionStatus.CANCELLED, baseUrl + "/dilemmas/" + dilemmaId + "#session");
        }
    }
}
