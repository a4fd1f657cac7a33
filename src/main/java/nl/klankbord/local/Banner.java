// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.local;

/** What someone who has just started Klankbord wants to know, printed once the first page can be opened. */
record Banner(LocalStack stack, int appPort) {
    private static final String PEOPLE = """
              coordinator     Amersfoort   runs the programme
              facilitator     Deventer     leads the conversation
              host            Delft        brings in a dilemma
              host-bestuur    Delft        her alderman's seat
              peer1           Zwolle       thinks along
              peer1-collega   Zwolle       her colleague
              peer2           Leeuwarden   thinks along
              peer3           Venlo        thinks along
              buiten          Emmen        in the programme, not in the circle
              vreemd          Almere       in no programme
              beheer          -            administrator of the platform
              """;

    void printWhenReady() {
        Thread.ofPlatform().daemon().name("local banner").start(this::watch);
    }

    private void watch() {
        String url = "http://localhost:" + appPort;
        while (!Answers.http(url + "/q/health/ready")) {
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                return;
            }
        }
        System.out.println("""

                Klankbord is ready: %s
                  Sign in as one of these; the password is the same as the name:
                %s  Mail that was sent: %s/dev/post    Keycloak: http://localhost:%d (admin, admin)
                  Stop: Ctrl-C. Start from scratch: rm -rf .services/data%s
                """.formatted(url, PEOPLE.indent(4), url, stack.ports().keycloak(),
                stack.canSignIn() ? "" : "\n  Keycloak is still starting; this window will say when signing in works."));
    }
}
