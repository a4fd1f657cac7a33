// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One of the 342 municipalities; the register is the product's own. */
@Entity
@Immutable
public class Municipality {
    @Id
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 6)
    private String code;
    private String name;
    private String province;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private SizeClass sizeClass;

    protected Municipality() {}

    public enum SizeClass { SMALL, MEDIUM, LARGE }

    /** A municipality as others see it. */
    public record Ref(String code, String name) {}
}
