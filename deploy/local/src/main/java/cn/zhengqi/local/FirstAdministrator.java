package cn.zhengqi.local;

import java.util.Map;

/** Has user-service open an account for who administers the platform first, and prints the link by which its owner sets a password. */
final class FirstAdministrator {

    private final PlatformClient platform;
    private final Topology topology;
    private final Terminal terminal;

    FirstAdministrator(PlatformClient platform, Topology topology, Terminal terminal) {
        this.platform = platform;
        this.topology = topology;
        this.terminal = terminal;
    }

    void open(String name, String phone) {
        var opened = platform.post(
                "user-service", "/internal/user/first-administrators", Map.of("displayName", name, "phone", phone));
        var link = opened.path("link");
        var token = link.path("token");
        terminal.result("%s %s: %s"
                .formatted(
                        opened.path("role").asString(),
                        name,
                        token.isString()
                                ? "http://localhost:" + topology.gatewayPort() + "/set-password#" + token.asString()
                                        + " once, until "
                                        + link.path("expiresAt").asString()
                                : "the link went to " + phone + ", until "
                                        + link.path("expiresAt").asString()));
    }
}
