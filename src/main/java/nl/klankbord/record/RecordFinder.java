// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klankbord.contribution.Answer;
import nl.klankbord.contribution.ContributionAccess;
import nl.klankbord.contribution.ContributionKind;
import nl.klankbord.contribution.Picked;
import nl.klankbord.contribution.Questions;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.identity.Actor;
import nl.klankbord.identity.AdministratorFinder;
import nl.klankbord.identity.MunicipalityPolicy;
import nl.klankbord.programme.Level;
import nl.klankbord.record.Dossier.Part;
import nl.klankbord.record.Dossier.Text;
import nl.klankbord.round.Nature;
import nl.klankbord.round.Question;
import nl.klankbord.round.QuestionSet;
import nl.klankbord.shared.Cursor;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.WorkingDays;

/**
 * What people wrote for a municipality {@code :gm} and let it have, for who administers it: once the circle reads it, not
 * before, and nothing that is its writers' alone. Mirrors, concepts and what was withdrawn are never asked for.
 */
@ApplicationScoped
public class RecordFinder {
    private static final String OWN = "case when d.hostMunicipality = :gm then true else false end";
    /** Below the name of who wrote it last: who only began it, without a word of what it says, was not asked. */
    private static final String TEXTS = """
            select new nl.klankbord.record.RecordFinder$Said(d.id, p.name, %4$s, c.kind, case when c.hiddenAt is null then c.text end, case when c.hiddenAt is null then c.example end,
              case when c.hiddenAt is null then c.advice end, case when c.hiddenAt is null then c.assumptions end, c.pickedAssumptions, case when %3$s then d.canvas end, case when c.hiddenAt is null then c.answers end, mt.ownQuestions, coalesce(c.submittedAt, c.createdAt), a.name, %1$s)
            from Contribution c join Dilemma d on d.id = c.dilemmaId join Programme p on p.id = d.programmeId join Seat s on s.id = c.seatId join Person a on a.id = coalesce(c.writtenBy, c.authorId)
            left join Round rd on rd.id = d.roundId left join Method mt on mt.methodKey = rd.methodKey
            where %2$s order by c.id"""
            .formatted(level("coalesce(c.writtenBy, c.authorId)"), RecordAccess.TEXT, ContributionAccess.PICKS_HIDDEN, OWN);
    @Inject
    EntityManager em;
    @Inject
    RecordFiles files;
    @Inject
    AdministratorFinder administrators;

    private static String level(String person) {
        return "(select max(lm.level) from Membership lm where lm.personId = " + person + " and lm.programmeId = d.programmeId)";
    }

    public Decision decide(Actor actor, String code) {
        return MunicipalityPolicy.decide(administrators.standing(actor, code), MunicipalityPolicy.Action.READ_RECORDS);
    }

    /** Dilemmas in which the municipality wrote something that holds these words. Names are left out. */
    public Optional<Cursor.Items<Dossier>> find(Actor actor, String code, String query, Cursor cursor) {
        String words = query == null ? "" : query.strip().toLowerCase(Locale.ROOT);
        return decide(actor, code).granted() ? Optional.of(cursor.page(all(code, false).stream().map(dossier -> dossier.holding(words)).filter(dossier -> !dossier.empty())
                .filter(dossier -> dossier.dilemmaId().toString().compareTo(cursor.after().toString()) > 0).limit(cursor.limit() + 1L).toList(), Dossier::dilemmaId)) : Optional.empty();
    }

    /** In the order of the ids of their dilemmas. */
    List<Dossier> all(String code, boolean names) {
        Map<String, Gathered> gathered = new TreeMap<>();
        em.createQuery("select new nl.klankbord.record.RecordFinder$Own(d.id, p.name, d.canvas, d.works, d.nextStep, d.stillOpen, d.createdAt, d.closedAt) from Dilemma d join Programme p on p.id = d.programmeId where "
                + RecordAccess.DILEMMA, Own.class).setParameter("gm", code).getResultList().forEach(own -> gather(gathered, own.id, own.programme, true, own.canvas.title()).addAll(own.texts()));
        em.createQuery("select new nl.klankbord.record.RecordFinder$Line(d.id, p.name, " + OWN + ", s.hostWhy, d.createdAt) from Seat s join Dilemma d on d.id = s.dilemmaId join Programme p on p.id = d.programmeId "
                        + "where s.hostWhy is not null and " + RecordAccess.DILEMMA + " order by s.id", Line.class).setParameter("gm", code).getResultList()
                .forEach(line -> gather(gathered, line.id, line.programme, line.own, null).add(new Text(Part.RESPONSE, line.text, line.at, null, null)));
        em.createQuery("select new nl.klankbord.record.RecordFinder$Line(d.id, p.name, " + OWN + ", rc0.example, rc0.createdAt) from Recognition rc0 join Seat s on s.id = rc0.seatId join Dilemma d on d.id = rc0.dilemmaId "
                        + "join Programme p on p.id = d.programmeId where s.municipalityCode = :gm and rc0.example is not null and " + RecordAccess.REVEALED + " and " + RecordAccess.gave("rc0.personId") + " order by s.id", Line.class)
                .setParameter("gm", code).getResultList().forEach(line -> gather(gathered, line.id, line.programme, line.own, null).add(new Text(Part.RECOGNITION, line.text, line.at, null, null)));
        Map<String, Nature> natures = em.createQuery("select distinct q from QuestionSet q left join fetch q.questions", QuestionSet.class).getResultStream().flatMap(set -> set.questions().stream())
                .collect(Collectors.toMap(Question::key, Question::nature, (one, other) -> one));
        em.createQuery(TEXTS, Said.class).setParameter("gm", code).getResultList().forEach(said -> gather(gathered, said.id, said.programme, said.own, null).addAll(said.texts(natures)));
        Map<UUID, List<Dossier.File>> beside = files.all(code, names);
        Set<String> taken = new HashSet<>();
        return gathered.values().stream().map(one -> one.dossier(beside.getOrDefault(one.id, List.of()), names, taken)).flatMap(Optional::stream).toList();
    }

    private static List<Text> gather(Map<String, Gathered> gathered, UUID id, String programme, boolean own, String title) {
        return gathered.computeIfAbsent(id.toString(), one -> new Gathered(id, programme, own, title, new ArrayList<>())).texts;
    }

    record Gathered(UUID id, String programme, boolean own, String title, List<Text> texts) {
        /** Empty where nothing is in it. */
        Optional<Dossier> dossier(List<Dossier.File> beside, boolean names, Set<String> taken) {
            return Stream.concat(texts.stream().map(Text::at), beside.stream().map(Dossier.File::at)).min(Comparator.naturalOrder())
                    .map(first -> Dossier.of(id, DossierName.among(taken, WorkingDays.dayOf(first), title, id), programme, own, names ? texts : texts.stream().map(Text::nameless).toList(), beside));
        }
    }

    record Line(UUID id, String programme, boolean own, String text, Instant at) {}

    record Said(UUID id, String programme, boolean own, ContributionKind kind, String text, String example, String advice, List<String> assumptions, List<String> picked, Canvas now, List<Answer> answers, List<Question> questions, Instant at, String author, Level level) {
        List<Text> texts(Map<String, Nature> natures) {
            Stream<Text> asked = answers == null ? Stream.empty() : answers.stream().flatMap(answer -> Stream.of(answer.text(), answer.skipped()).filter(Objects::nonNull)
                    .map(said -> new Text(Part.ASKED, answer.question(), Questions.words(questions, answer.question()), nature(answer.question(), natures), said, at, author, rank())));
            return Stream.concat(asked, Stream.of(new Text(Part.valueOf(kind.name()), text, at, author, rank()), part(Part.EXAMPLE, example), part(Part.ADVICE, advice), part(Part.CHALLENGED, lines(Picked.shown(assumptions, picked, now))))
                    .filter(Objects::nonNull).filter(said -> said.text() == null || !said.text().isBlank())).toList();
        }

        /** As its own method has it; a question that no method knows any more counts as one for a view. */
        private Nature nature(String question, Map<String, Nature> natures) {
            return questions == null ? natures.getOrDefault(question, Nature.VIEW) : questions.stream().filter(one -> one.key().equals(question)).map(Question::nature).findFirst().orElse(Nature.VIEW);
        }

        private Text part(Part part, String text) {
            return text == null || text.isBlank() ? null : new Text(part, null, part == Part.CHALLENGED ? Questions.words(questions, "assumptions") : null, part.nature(), text, at, author, rank());
        }

        private String rank() {
            return level == null ? null : level.name();
        }
    }

    record Own(UUID id, String programme, Canvas canvas, String works, String nextStep, String stillOpen, Instant at, Instant closedAt) {
        List<Text> texts() {
            return Stream.of(part(Part.TITLE, canvas.title()), part(Part.MAIN_QUESTION, canvas.question()), part(Part.SITUATION, canvas.foto()), part(Part.TRIED, canvas.tried()), part(Part.PATHS, lines(canvas.paths())),
                    part(Part.EXPERIMENT, canvas.experiment()), part(Part.ROLES, canvas.roles() == null ? null : canvas.roles().stream().map(role -> role.party() + ": " + role.role() + " (" + role.interest() + ")").collect(Collectors.joining("\n"))),
                    part(Part.INTENTION, canvas.intention()), part(Part.TENSION, canvas.tension()), part(Part.OUTCOME, canvas.outcome()), part(Part.POINT, canvas.stip()), part(Part.STOP_LIST, canvas.stopList()),
                    part(Part.ASSUMPTIONS, lines(canvas.assumptions())), part(Part.WORKS, works), part(Part.NEXT_STEP, nextStep), part(Part.STILL_OPEN, stillOpen)).filter(Objects::nonNull).toList();
        }

        private Text part(Part part, String text) {
            boolean closing = part == Part.WORKS || part == Part.NEXT_STEP || part == Part.STILL_OPEN;
            return text == null || text.isBlank() ? null : new Text(part, text, closing && closedAt != null ? closedAt : at, null, null);
        }
    }

    private static String lines(List<String> items) {
        return items == null || items.isEmpty() ? null : String.join("\n", items);
    }
}
