// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** What the reflections of a round are asked, in this order, where its method has no questions of its own. A method names its set. */
@Entity
@Immutable
public class QuestionSet {
    @Id
    private String setKey;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "question", joinColumns = @JoinColumn(name = "set_key"))
    @OrderColumn(name = "position")
    private List<SetQuestion> questions = new ArrayList<>();

    protected QuestionSet() {}

    public String key() {
        return setKey;
    }

    public List<Question> questions() {
        return questions.stream().map(SetQuestion::question).toList();
    }
}
