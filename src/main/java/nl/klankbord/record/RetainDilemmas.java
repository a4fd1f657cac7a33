// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klankbord.dilemma.Dilemma;
import nl.klankbord.dilemma.DilemmaLock;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.Audit;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.programme.RetentionWay;
import nl.klankbord.shared.Attempt;
import nl.klankbord.shared.WorkingDays;

/** Keeps the terms of programmes: tells circles in time that their texts go, and lets them go when that day is over. */
@ApplicationScoped
public class RetainDilemmas {
    /** Closed or withdrawn, of a programme with a term, and not done yet. */
    private static final String TERMS = """
            select new nl.klankbord.record.RetainDilemmas$Term(d.id, max(m.movedAt), p.retentionMonths, p.retentionWay) from Dilemma d join Programme p on p.id = d.programmeId
            join DilemmaMove m on m.dilemmaId = d.id and m.toPhase = d.phase
            where d.phase in (CLOSED, WITHDRAWN) and p.retentionMonths is not null and not exists (select 1 from Retention r where r.dilemmaId = d.id and r.doneAt is not null) %s
            group by d.id, p.retentionMonths, p.retentionWay""";
    @Inject
    EntityManager em;
    @Inject
    DilemmaLock lock;
    @Inject
    ForgetDilemma forget;
    @Inject
    RetentionMail mail;
    @Inject
    Audit audit;
    @Inject
    WorkingDays calendar;
    @Inject
    Clock clock;

    /** One dilemma, one transaction; the number of dilemmas for which something happened. */
    @ActivateRequestContext
    public int due(Actor actor) {
        QuarkusTransaction.requiringNew().run(this::forgetNotices);
        LocalDate horizon = calendar.plus(WorkingDays.dayOf(clock.instant()), Notice.WORKING_DAYS);
        List<Term> terms = em.createQuery(TERMS.formatted(""), Term.class).getResultList();
        return (int) terms.stream().filter(term -> !term.over().isAfter(horizon)).filter(term -> Attempt.of("retention of dilemma", term.dilemmaId(), () -> keep(actor, term.dilemmaId()))).count();
    }

    /** Where texts stay after all, what was announced no longer holds: a term that is set again later is announced anew. */
    private void forgetNotices() {
        em.createQuery("delete from Retention r where r.doneAt is null and exists (select 1 from Dilemma d join Programme p on p.id = d.programmeId where d.id = r.dilemmaId and p.retentionMonths is null)").executeUpdate();
    }

    private boolean keep(Actor actor, UUID id) {
        Dilemma dilemma = lock.dilemma(id);
        // Another instance may have been here, or the coordinator, since it was listed.
        Optional<Term> term = em.createQuery(TERMS.formatted("and d.id = :id"), Term.class).setParameter("id", id).getResultStream().findFirst();
        if (term.isEmpty()) {
            return false;
        }
        Retention kept = em.find(Retention.class, id);
        Instant now = clock.instant();
        if (kept != null && kept.notice().stands(term.get().way(), term.get().over())) {
            return kept.due(now) && done(actor, dilemma, kept);
        }
        Notice notice = Notice.on(WorkingDays.dayOf(now), term.get().over(), term.get().way(), calendar);
        if (notice == null) {
            return false;
        }
        Retention announced = kept == null ? new Retention(id) : kept;
        announced.announce(notice, now);
        em.persist(announced);
        mail.tell(id, notice);
        audit.note(actor, dilemma.deed(AuditKind.RETENTION_ANNOUNCED).as(notice.way()));
        return true;
    }

    private boolean done(Actor actor, Dilemma dilemma, Retention kept) {
        RetentionWay way = kept.notice().way();
        forget.forget(dilemma.id(), way);
        kept.finish(clock.instant());
        audit.note(actor, dilemma.deed(AuditKind.RETENTION_DONE).as(way));
        return true;
    }

    record Term(UUID dilemmaId, Instant ended, int months, RetentionWay way) {
        /** The day on which its time is over. */
        LocalDate over() {
            return WorkingDays.dayOf(ended).plusMonths(months);
        }
    }
}
