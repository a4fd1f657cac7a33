// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson.library;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.hibernate.search.engine.environment.bean.BeanReference;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;

/** The index itself: Lucene, in the memory of this process. It finds ids and nothing else. */
class MemoryIndex implements AutoCloseable {
    /** More matches than anyone reads; a library of this size is far away. */
    private static final int MOST = 10_000;
    private final CloseableSearchMapping mapping = SearchMapping.builder(AnnotatedTypeSource.fromClasses(IndexedLesson.class))
            .property("hibernate.search.backend.type", "lucene")
            .property("hibernate.search.backend.directory.type", "local-heap")
            .property("hibernate.search.backend.lucene_version", "LATEST")
            .property("hibernate.search.backend.analysis.configurer",
                    BeanReference.ofInstance((LuceneAnalysisConfigurer) context -> context.analyzer(Dutch.NAME).instance(new Dutch())))
            // The one class is named above: nothing to look for in jars.
            .property("hibernate.search.mapping.discover_annotated_types_from_root_mapping_annotations", false)
            .property("hibernate.search.mapping.build_missing_discovered_jandex_indexes", false)
            .build();

    /** Puts in, or puts in anew; whoever searches after this finds it. */
    void put(Collection<IndexedLesson> lessons, Collection<UUID> gone) {
        try (SearchSession session = mapping.createSession()) {
            session.indexingPlanSynchronizationStrategy(IndexingPlanSynchronizationStrategy.sync());
            lessons.forEach(session.indexingPlan()::addOrUpdate);
            gone.forEach(id -> session.indexingPlan().purge(IndexedLesson.class, id, null));
        }
    }

    void empty() {
        try (SearchSession session = mapping.createSession()) {
            session.workspace().purge();
            session.workspace().refresh();
        }
    }

    /** Those that hold most of the words, the best first. */
    List<UUID> find(String words) {
        return find(words, 7);
    }

    /** Those that hold some of the words, the best first. */
    List<UUID> similar(String words) {
        return find(words, 4);
    }

    /** @param tenths of the words that one must hold */
    private List<UUID> find(String words, int tenths) {
        List<String> wanted = Dutch.telling(words).limit(20).toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        try (SearchSession session = mapping.createSession()) {
            return session.search(IndexedLesson.class).select(f -> f.id(UUID.class)).where(f -> f.bool().with(all -> {
                wanted.forEach(word -> all.should(like(f, word)));
                all.minimumShouldMatchNumber(Math.max(1, wanted.size() * tenths / 10));
            })).fetchHits(MOST);
        }
    }

    /** A word as written counts most; its beginning, or with one letter wrong, counts a little. */
    private static PredicateFinalStep like(SearchPredicateFactory f, String word) {
        BooleanPredicateClausesStep<?, ?> like = f.bool()
                .should(f.match().field("title").boost(3).fields(IndexedLesson.BODY).matching(word));
        if (word.length() >= 5) {
            like = like.should(f.match().field("title").fields(IndexedLesson.BODY).matching(word).fuzzy(1, 2).boost(0.3f))
                    .should(f.prefix().field("title").fields(IndexedLesson.BODY).matching(word).boost(0.3f));
        }
        return like;
    }

    @Override
    public void close() {
        mapping.close();
    }
}
