package cn.zhengqi.local;

/** What the simulator of message-service kept of the text messages that it did not send. */
final class SimulatedSms {

    private final PlatformClient platform;
    private final Terminal terminal;

    SimulatedSms(PlatformClient platform, Terminal terminal) {
        this.platform = platform;
        this.terminal = terminal;
    }

    /** One line a message, newest first. */
    void list() {
        var messages = platform.get("message-service", "/internal/sms");
        for (var message : messages) {
            terminal.result("%s %s %s"
                    .formatted(
                            message.path("at").asString(),
                            message.path("phone").asString(),
                            message.path("text").asString()));
        }
        terminal.result(
                messages.size() == 0 ? "no text message was asked for yet" : "simulated: none of these was sent");
    }
}
