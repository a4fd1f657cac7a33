// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets go of what somebody wrote who is erased. Concepts, mirrors and what was typed go, unless a colleague sits on that seat
 * who may read them too; and a colleague who left keeps what she wrote herself. Of what was said the words stay where others went on from them: a reply, an answer of the host, a
 * passage that was marked; and a submitted reflection, which others weighed theirs against. Files go and stay with the text they
 * belong to; one that is hidden goes in any case, as nobody else could ever read it.
 */
@ApplicationScoped
class ForgetTexts {
    /** By who wrote on it last: what she only began is somebody else's by now. */
    private static final String HERS = "(coalesce(c.written_by, c.author_id) = :person)";
    private static final String NO_COLLEAGUE = "not " + colleague("c", "coalesce(c.submitted_at, c.created_at)", " and not exists (select 1 from contribution_writer cw where cw.contribution_id = c.id "
            + "and not " + agreed("cw.person_id") + ")", "c.author_id", "coalesce(c.written_by, c.author_id)");
    private static final String HER_MIRROR = "(exists (select 1 from contribution_writer mw where mw.contribution_id = c.id and mw.person_id = :person and mw.mirror_since is not null) or " + HERS
            + " and not exists (select 1 from contribution_writer mu where mu.contribution_id = c.id and mu.mirror_since is not null))";
    private static final String OTHERS_KEEP = "exists (select 1 from contribution_writer ow where ow.contribution_id = c.id and ow.person_id <> :person and (ow.text is not null or ow.mirror is not null))";
    private static final String HOST = "exists (select 1 from seat_person hp where hp.dilemma_id = a.dilemma_id and hp.kind = 'HOST' and hp.left_at is null and hp.person_id <> :person)";
    private static final String EMPTY = " set c.text = '', c.example = null, c.advice = null, c.answers = null, c.assumptions = null, c.picked_assumptions = null, c.passage = null, c.withdrawn_at = coalesce(c.withdrawn_at, :now), c.version = c.version + 1 where ";
    @Inject
    EntityManager em;
    @Inject
    Clock clock;

    /** In the caller's transaction, when she sits nowhere any more. */
    void forget(UUID person) {
        change("delete from text_draft where person_id = :person", person);
        change("delete from reflection_presence where person_id = :person", person);
        change("update step st set st.report = null where st.reported_by = :person and not " + colleague("st", "st.reported_at", "", "st.reported_by"), person);
        String alone = "where st.written_by = :person and not " + colleague("st", "st.created_at", "", "st.author_id", "st.written_by");
        change("delete st from step st " + alone + " and (st.report is null or st.reported_by = :person)", person);
        change("update step st set st.text = '' " + alone, person);
        change("update step st join contribution c on c.id = st.from_mirror set st.from_mirror = null where c.submitted_at is null and " + HERS + " and " + NO_COLLEAGUE, person);
        change("delete mr from mirror mr join contribution c on c.id = mr.contribution_id where " + HER_MIRROR + " and " + NO_COLLEAGUE, person);
        change("delete c from contribution c where c.submitted_at is null and " + HERS + " and " + NO_COLLEAGUE + " and not " + OTHERS_KEEP, person);
        em.createNativeQuery("update contribution c" + EMPTY + HERS + " and (c.withdrawn_at is not null or c.hidden_at is not null or c.submitted_at is null and " + NO_COLLEAGUE + " or c.id in (:ids))")
                .setParameter("now", clock.instant()).setParameter("person", person).setParameter("ids", loose(person)).executeUpdate();
        // That she wrote stays, without her words: nobody else says yes to a newcomer for her.
        change("update contribution_writer set text = null, example = null, advice = null, answers = null, assumptions = null, mirror = null where person_id = :person", person);
        // When it is known which texts go: files stay with those that others need.
        change("delete a from attachment a left join contribution c on c.id = a.contribution_id where a.added_by = :person and (a.hidden_at is not null or case when a.contribution_id is null then not " + HOST
                + " when c.submitted_at is null then " + NO_COLLEAGUE + " else c.withdrawn_at is not null or c.hidden_at is not null and " + HERS + " end)", person);
        hiddenFiles();
        change("update recognition set example = null where person_id = :person", person);
        hiddenExample(person);
        change("update text_report a set a.words = null, a.lifted_words = null where a.kind in ('field', 'restated', 'closing', 'response', 'reply') and not " + HOST
                + " and exists (select 1 from seat_person op where op.dilemma_id = a.dilemma_id and op.kind = 'HOST' and op.person_id = :person)", person);
        change("update text_report set why = null where reported_by = :person", person);
        change("update contribution_report set why = null where reported_by = :person", person);
        change("update lesson_consent set why = null where person_id = :person or decided_by = :person", person);
    }

    /** The report of a file that is gone keeps its name, and waits for nobody. */
    private void hiddenFiles() {
        em.createNativeQuery("update text_report tr set tr.words = null, tr.rewritten_at = :now where tr.kind = 'file' and tr.lifted_at is null and tr.rewritten_at is null "
                + "and not exists (select 1 from attachment a where a.id = tr.thing_id)").setParameter("now", clock.instant()).executeUpdate();
    }

    /** A report keeps the examples of all people of a seat: hers go out of it, and with the last of them it is settled. */
    private void hiddenExample(UUID person) {
        em.createNativeQuery("update text_report tr join recognition rc on rc.seat_id = tr.thing_id set tr.words = json_remove(tr.words, :hers) where tr.kind = 'example' and rc.person_id = :person and tr.words is not null")
                .setParameter("hers", "$.examples.\"" + person + "\"").setParameter("person", person).executeUpdate();
        em.createNativeQuery("update text_report tr set tr.words = null, tr.rewritten_at = :now where tr.kind = 'example' and json_length(tr.words, '$.examples') = 0").setParameter("now", clock.instant()).executeUpdate();
        change("update text_report tr join recognition rc on rc.seat_id = tr.thing_id set tr.lifted_words = null where tr.kind = 'example' and rc.person_id = :person", person);
    }

    /** Questions and remarks that nobody went on from; never none at all, so that a list of them can be asked for. */
    private List<UUID> loose(UUID person) {
        List<UUID> loose = new ArrayList<>(List.of(person));
        loose.addAll(em.createQuery("""
                select c.id from Contribution c where coalesce(c.writtenBy, c.authorId) = :person and c.kind in (QUESTION, REMARK) and c.hostChoice is null
                and not exists (select 1 from Contribution r where r.inReplyTo = c.id) and not exists (select 1 from Observation o where o.sourceId = c.id)""", UUID.class)
                .setParameter("person", person).getResultList());
        return loose;
    }

    /** Somebody else sits on the seat of a text who may read it: was there when it was made, or came later with the yes of its writers. */
    private static String colleague(String text, String made, String moreAgreed, String... writers) {
        String agreed = Stream.of(writers).map(ForgetTexts::agreed).collect(Collectors.joining(" and ")) + moreAgreed;
        return "exists (select 1 from seat_person sp where sp.seat_id = " + text + ".seat_id and sp.left_at is null and sp.person_id <> :person and (sp.seated_at <= " + made + " or " + agreed + "))";
    }

    private static String agreed(String writer) {
        return "(" + writer + " = sp.person_id or exists (select 1 from newcomer_consent nc where nc.seat_id = sp.seat_id and nc.person_id = sp.person_id and nc.author_id = "
                + writer + " and nc.given and nc.decided_at >= sp.seated_at))";
    }

    private void change(String sql, UUID person) {
        em.createNativeQuery(sql).setParameter("person", person).executeUpdate();
    }
}
