package cn.zhengqi.local;

import java.util.UUID;

/** Events that a service could not take: shown, and given to it again. */
final class DeadLetterBox {

    private final PlatformClient platform;
    private final Terminal terminal;

    DeadLetterBox(PlatformClient platform, Terminal terminal) {
        this.platform = platform;
        this.terminal = terminal;
    }

    /** One line a letter, newest first, with the first line of what went wrong. */
    void list(Iterable<String> services) {
        long total = 0;
        for (var service : services) {
            var page = platform.get(service, "/internal/dead-letters?size=200");
            total += page.path("total").asLong();
            for (var letter : page.path("items")) {
                terminal.result("%s %s %s of %s, %s, %d attempts: %s"
                        .formatted(
                                service,
                                letter.path("id").asString(),
                                letter.path("type").asString(),
                                letter.path("handler").asString(),
                                letter.path("failedAt").asString(),
                                letter.path("attempts").asInt(),
                                letter.path("error")
                                        .asString()
                                        .lines()
                                        .findFirst()
                                        .orElse("")));
            }
        }
        terminal.result(total + (total == 1 ? " dead letter" : " dead letters"));
    }

    void replay(String service, String id) {
        try {
            platform.post(service, "/internal/dead-letters/" + UUID.fromString(id) + "/replay");
        } catch (IllegalArgumentException noId) {
            throw new LauncherException(id + " is no id of a dead letter: ./zhengqi dead-letters");
        }
        terminal.result("replayed");
    }
}
