// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows a guest by her cookie, on the pages only. Who is signed in with an account is that, whatever else the browser holds. */
@ApplicationScoped
class GuestDoor implements HttpAuthenticationMechanism {
    static final String GUEST = "guest";
    private static final String ACCOUNT_COOKIE = "q_session";
    /** Where a guest's cookie counts for nothing: programs, and the way to an account. */
    private static final Pattern ELSEWHERE = Pattern.compile("/api/.*|/login|/signed-in|/logout");
    @Inject
    Guests guests;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        return cookie(request).map(secret -> Uni.createFrom().item(() -> guests.behind(secret).map(GuestDoor::identity).orElse(null))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())).orElseGet(() -> Uni.createFrom().nullItem());
    }

    private static SecurityIdentity identity(Actor.OfGuest guest) {
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal("guest " + guest.personId())).addAttribute(GUEST, guest).build();
    }

    /** A guest whose cookie works no longer asks for a new link; an account would not help her. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(cookie(request).map(secret -> new ChallengeData(302, "Location", "/guest/renewal")).orElse(null));
    }

    private static Optional<String> cookie(RoutingContext request) {
        Cookie cookie = request.request().getCookie(Actor.OfGuest.COOKIE);
        boolean account = request.request().cookies().stream().anyMatch(one -> one.getName().startsWith(ACCOUNT_COOKIE));
        return cookie == null || account || ELSEWHERE.matcher(request.normalizedPath()).matches() ? Optional.empty() : Optional.of(cookie.getValue());
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    /** Before the one that leads to the sign-in. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 100;
    }
}
