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

/** How a session goes, step by step. A method names its protocol, unless it has steps of its own: those are {@link #OWN}. */
@Entity
@Immutable
public class Protocol {
    /** What a session names that goes by the steps of its round's method. */
    public static final String OWN = "own";
    @Id
    private String protocolKey;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "protocol_step", joinColumns = @JoinColumn(name = "protocol_key"))
    @OrderColumn(name = "position")
    private List<SetStep> steps = new ArrayList<>();

    protected Protocol() {}

    public String key() {
        return protocolKey;
    }

    public List<ProtocolStep> steps() {
        return steps.stream().map(SetStep::step).toList();
    }
}
