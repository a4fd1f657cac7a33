// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.lesson.library;

import java.util.UUID;
import nl.klankbord.lesson.LessonText;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;

/** What the index knows of a published lesson: words to find it by, none to show. */
@SearchEntity
@Indexed(index = "lesson")
class IndexedLesson {
    static final String[] BODY = {"statement", "themes", "conditions", "counterExample", "frame", "localFilling", "counting", "telling"};
    @DocumentId
    private final UUID id;
    @FullTextField(analyzer = Dutch.NAME)
    private final String title;
    @FullTextField(analyzer = Dutch.NAME)
    private final String statement;
    @FullTextField(analyzer = Dutch.NAME)
    private final String conditions;
    @FullTextField(analyzer = Dutch.NAME)
    private final String counterExample;
    @FullTextField(analyzer = Dutch.NAME)
    private final String frame;
    @FullTextField(analyzer = Dutch.NAME)
    private final String localFilling;
    @FullTextField(analyzer = Dutch.NAME)
    private final String counting;
    @FullTextField(analyzer = Dutch.NAME)
    private final String telling;
    @FullTextField(analyzer = Dutch.NAME)
    private final String themes;

    private IndexedLesson(LessonText text) {
        this.id = text.id();
        this.title = text.title();
        this.statement = text.statement();
        this.conditions = text.conditions();
        this.counterExample = text.counterExample();
        this.frame = text.frame();
        this.localFilling = text.localFilling();
        this.counting = text.counting();
        this.telling = text.telling();
        this.themes = String.join(", ", text.themes().names());
    }

    static IndexedLesson of(LessonText text) {
        return new IndexedLesson(text);
    }
}
