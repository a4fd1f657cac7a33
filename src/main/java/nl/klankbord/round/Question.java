// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.round;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One thing a reflection is asked. Its words stand in the message bundles, by its key.
 *
 * @param required  needs an answer before the reflection can be submitted
 * @param skippable may be passed over instead, with a reason that the circle reads
 */
@Embeddable
public record Question(@Column(name = "question_key") String key, @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) Nature nature, boolean required,
                       boolean skippable) {}
