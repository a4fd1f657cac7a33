// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.review;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klankbord.attachment.AttachmentFinder;
import nl.klankbord.contribution.ContributionFinder;
import nl.klankbord.dilemma.HiddenTextFinder.Open;
import nl.klankbord.dilemma.TextName;

/** The texts on the page of a dilemma that its reader can report, but for contributions: each of those has a form of its own. */
final class ReportableTexts {
    private ReportableTexts() {}

    static List<Open> of(Review review) {
        Stream<Open> hosts = review.isHost() ? Stream.of() : Stream.of(
                review.text().texts().stream().map(name -> new Open(name, null)),
                review.restated() == null ? Stream.<Open>of() : review.restated().texts().stream().map(name -> new Open(name, null)),
                review.getPeers().stream().filter(seat -> seat.hostWhy() != null).map(seat -> new Open(at("response", seat.id()), seat.municipality() == null ? null : seat.municipality().name())),
                said(review).filter(said -> said.hostWhy() != null).map(said -> new Open(at("reply", said.id()), said.municipalityName()))).flatMap(part -> part);
        Stream<Open> examples = review.recognitions().stream().filter(one -> !one.examples().isEmpty() && !one.ownSeat()).map(one -> new Open(at("example", one.seatId()), one.municipalityName()));
        Stream<Open> files = review.attachments().values().stream().flatMap(List::stream).filter(file -> !file.own()).map(ReportableTexts::file);
        return Stream.of(hosts, examples, files).flatMap(part -> part).toList();
    }

    private static Stream<ContributionFinder.Shown> said(Review review) {
        return Stream.concat(review.threads().values().stream().flatMap(List::stream), review.reflections().stream()).flatMap(thread -> Stream.concat(Stream.of(thread.first()), thread.replies().stream())).distinct();
    }

    private static Open file(AttachmentFinder.Shown file) {
        return new Open(at("file", file.id()), file.name());
    }

    private static TextName at(String kind, UUID thing) {
        return new TextName(kind, null, thing);
    }
}
