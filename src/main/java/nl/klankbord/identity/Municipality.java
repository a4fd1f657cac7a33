// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One of the 342 municipalities; the register is the product's own, its figures are those of Statistics Netherlands. */
@Entity
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
    private Integer inhabitants;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Urbanity urbanity;

    protected Municipality() {}

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    Facts facts() {
        return new Facts(sizeClass, inhabitants, urbanity);
    }

    /** Takes over newer figures; a density that is not among them stays. */
    void describe(Facts newer) {
        inhabitants = newer.inhabitants;
        sizeClass = newer.size;
        urbanity = newer.urbanity == null ? urbanity : newer.urbanity;
    }

    public enum SizeClass {
        SMALL, MEDIUM, LARGE;

        private static final int MEDIUM_FROM = 30_000;
        private static final int LARGE_FROM = 100_000;

        static SizeClass of(int inhabitants) {
            return inhabitants < MEDIUM_FROM ? SMALL : inhabitants < LARGE_FROM ? MEDIUM : LARGE;
        }
    }

    /** How close together people live, in the five classes of Statistics Netherlands, the densest first. */
    public enum Urbanity { VERY_HIGH, HIGH, MODERATE, LOW, RURAL }

    /** A municipality as others see it. */
    public record Ref(String code, String name) {}

    /**
     * What is known of a municipality in figures.
     *
     * @param inhabitants null, like the urbanity, until the figures of Statistics Netherlands were read in; the size is a rough one until then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Facts(SizeClass size, Integer inhabitants, Urbanity urbanity) {

        boolean differs(Facts now) {
            return !Objects.equals(inhabitants, now.inhabitants) || size != now.size || urbanity != null && urbanity != now.urbanity;
        }
    }
}
