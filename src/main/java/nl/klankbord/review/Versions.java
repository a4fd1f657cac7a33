// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.klankbord.dilemma.Canvas;
import nl.klankbord.dilemma.VersionFinder.Version;
import nl.klankbord.dilemma.VersionKind;
import nl.klankbord.identity.Municipality;

/** The versions of a dilemma, the latest first, each against the one before. */
public record Versions(List<Change> changes) {

    /** @param canvas as it was from then on; @param differences from the version before; of the first one its whole text */
    public record Change(UUID id, VersionKind kind, Instant writtenAt, Municipality.Ref writer, Canvas canvas, List<Difference> differences) {}

    static Versions of(List<Version> versions) {
        return new Versions(IntStream.range(0, versions.size()).mapToObj(i -> change(versions.get(i), i == 0 ? null : versions.get(i - 1))).toList().reversed());
    }

    private static Change change(Version version, Version before) {
        return new Change(version.id(), version.kind(), version.writtenAt(), version.writer(), version.canvas(), before == null ? Difference.whole(version.canvas())
                : version.kind() == VersionKind.RESTATED ? Difference.between(before.canvas(), version.canvas()) : Difference.ofAll(before.canvas(), version.canvas()));
    }
}
