// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.attachment;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** What has a size in bytes that people read. */
public interface Sized {
    long size();

    @JsonIgnore
    default boolean isLarge() {
        return size() >= 1_000_000;
    }

    @JsonIgnore
    default double getMegabytes() {
        return size() / 1_000_000.0;
    }

    @JsonIgnore
    default long getKilobytes() {
        return Math.max(1, Math.round(size() / 1000.0));
    }
}
