// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Clip;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;

/**
 * The pictures of the README. They are always made, so that they can be; {@code -Dpictures=src/docs} makes them where
 * the README looks for them.
 */
final class Pictures {
    private static final Path PLACE = Path.of(System.getProperty("pictures", "target/pictures"));
    private static final int MOST_BYTES = 250 * 1024;
    private static final int WIDE = 1280;
    private static final int NARROW = 320;

    private Pictures() {}

    /** The top of the page she is on. */
    static void take(Visitor visitor, String name, int high) {
        take(visitor.page(), name, WIDE, high);
    }

    /** The top of the page she is on, as a small and sharp screen has it. */
    static void takeSmall(Visitor visitor, String name, int high) {
        var options = new Browser.NewContextOptions().setViewportSize(NARROW, high).setDeviceScaleFactor(2).setLocale("nl-NL").setStorageState(visitor.context().storageState());
        try (var small = visitor.context().browser().newContext(options)) {
            Page page = small.newPage();
            page.navigate(visitor.page().url());
            take(page, name, NARROW, high);
        }
    }

    private static void take(Page page, String name, int wide, int high) {
        page.evaluate("() => { document.activeElement?.blur(); getSelection().removeAllRanges(); scrollTo(0, 0); return document.fonts.ready.then(() => true) }");
        byte[] picture = page.screenshot(new Page.ScreenshotOptions().setPath(PLACE.resolve(name)).setFullPage(true).setClip(new Clip(0, 0, wide, high)).setAnimations(ScreenshotAnimations.DISABLED));
        assertThat(picture.length).as("size of %s", name).isLessThanOrEqualTo(MOST_BYTES);
    }
}
