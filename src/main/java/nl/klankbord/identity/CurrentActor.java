// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.identity;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person behind this request, looked up once. */
@RequestScoped
public class CurrentActor {
    @Inject
    SecurityIdentity identity;
    @Inject
    SignIn signIn;
    private Optional<Actor> found;

    /** The person who is signed in. */
    public Actor require() {
        return ifSignedIn().orElseThrow(UnauthorizedException::new);
    }

    public Optional<Actor> ifSignedIn() {
        if (found == null) {
            found = identity.getAttribute(GuestDoor.GUEST) instanceof Actor.OfGuest guest ? Optional.of(guest) : identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)
                    ? Optional.empty() : Optional.of(signIn.personBehind(Claims.of(token)));
        }
        return found;
    }
}
