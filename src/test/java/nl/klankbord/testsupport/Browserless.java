// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pages, as somebody sees them who signed in through Keycloak's own form; cookies and the forms' token are kept. */
public final class Browserless {
    private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"|<form[^>]*action=\"([^\"]+)\"[^>]*id=\"kc-form-login\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");
    private static final Map<String, Browserless> SIGNED_IN = new ConcurrentHashMap<>();
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    /** Of the first page with a form: that form lies open in a tab while all others are opened. */
    private volatile String token;

    private Browserless() {}

    public static Browserless as(String user) {
        return SIGNED_IN.computeIfAbsent(user, Browserless::signIn);
    }

    /** Not signed in, though with the token that forms carry. */
    public static Browserless anonymous() {
        return SIGNED_IN.computeIfAbsent("", nobody -> new Browserless().withToken());
    }

    /** A browser of its own, that nobody has signed in with. */
    public static Browserless fresh() {
        return new Browserless().withToken();
    }

    /** A browser of its own, signed in anew. */
    public static Browserless signIn(String user) {
        Browserless browser = new Browserless();
        HttpResponse<String> form = browser.follow(App.url() + "/login");
        Matcher action = FORM.matcher(form.body());
        assertThat(action.find()).as("Keycloak's form: %s", form.body()).isTrue();
        String address = (action.group(1) == null ? action.group(2) : action.group(1)).replace("&amp;", "&");
        HttpResponse<String> back = browser.send(App.request(address).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + user + "&password=" + user + "&credentialId=")));
        assertThat(browser.follow(back).statusCode()).isEqualTo(200);
        return browser.withToken();
    }

    public Answer get(String path) {
        return Answer.of(send(App.request(App.url() + path)));
    }

    /** Sends a form as the page has it. @param fields name, value, name, value … */
    public Answer post(String path, String... fields) {
        return send("POST", path, fields(fields) + "&csrf-token=" + encoded(token));
    }

    public Answer put(String path, String... fields) {
        return send("PUT", path, fields(fields) + "&csrf-token=" + encoded(token));
    }

    /** Sends a form with a file, with its token. */
    public Answer upload(String path, Multipart form) {
        return uploadWithoutToken(path, new Multipart().field("csrf-token", token).and(form));
    }

    public Answer uploadWithoutToken(String path, Multipart form) {
        return Answer.of(send(App.request(App.url() + path).header("Content-Type", Multipart.TYPE).POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes()))));
    }

    /** Sends a form as another site would have a browser send it. */
    public Answer postWithoutToken(String path, String... fields) {
        return send("POST", path, fields(fields));
    }

    /** Holds this cookie from now on. */
    Browserless with(String cookie, String value) {
        cookies.put(cookie, value);
        return this;
    }

    /** The cookies as a header, to be sent where they should not count. */
    public String cookieHeader() {
        return cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
    }

    private Answer send(String method, String path, String form) {
        return Answer.of(send(App.request(App.url() + path).header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(form))));
    }

    private Browserless withToken() {
        get("/").is(200);
        assertThat(token).as("the token of the forms").isNotNull();
        return this;
    }

    private HttpResponse<String> follow(String url) {
        return follow(send(App.request(url)));
    }

    private HttpResponse<String> follow(HttpResponse<String> response) {
        HttpResponse<String> last = response;
        for (int i = 0; i < 10 && last.statusCode() / 100 == 3; i++) {
            URI next = last.uri().resolve(last.headers().firstValue("Location").orElseThrow());
            last = send(App.request(next.toString()));
        }
        return last;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        HttpResponse<String> response = App.send(request.header("Accept", "text/html,*/*").build());
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        Matcher onPage = TOKEN.matcher(response.body());
        if (token == null && onPage.find()) {
            token = onPage.group(1);
        }
        return response;
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        // Every page that asks to sign in first leaves a cookie for the way back; nobody here goes that way twice.
        boolean wayBack = pair[0].startsWith("q_auth_") && token != null;
        if (wayBack || pair[1].isEmpty() || cookie.matches("(?i).*;\\s*max-age=0(;.*)?")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String fields(String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&").append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return form.toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
