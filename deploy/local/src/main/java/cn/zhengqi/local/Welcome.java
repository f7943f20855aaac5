package cn.zhengqi.local;

import java.util.List;
import java.util.stream.Collectors;

/** What a person needs to know once everything runs. */
final class Welcome {

    static final String DEMO_PASSWORD = "Zhengqi@2026";

    /** One account of each kind; {@code accounts.tsv} of the demo data has the others. */
    static final List<Account> ACCOUNTS = List.of(
            new Account("qiye", "administrator of an enterprise with a code and a full profile (portal, H5)"),
            new Account("xinqiye", "newly registered, without an enterprise (portal, H5)"),
            new Account("shenhe", "reviews code claims (console)"),
            new Account("yinhang", "loan officer of a bank (console)"),
            new Account("jianhangguanli", "administrator of a bank (console)"),
            new Account("jianhangfuze", "head of a bank, who sees to its promises (console)"),
            new Account("jinrongban", "district finance office (console)"),
            new Account("guanyuan", "government officer who scans codes and prepares payments (console)"),
            new Account("jingxinfuze", "head of a department, who sees to its promises (console)"),
            new Account("fuhe", "colleague of guanyuan who approves payments (console)"),
            new Account("yunying", "operator (console)"),
            new Account("xitong", "system administrator (console)"),
            new Account("anquan", "security administrator (console)"),
            new Account("shenji", "audit administrator (console)"));

    /** What becomes of text messages to them ({@code SimulatedPhone} of message-service). */
    static final List<Account> UNRELIABLE = List.of(
            new Account("qiye235", "19900009001 is reported as not delivered: 未送达, and 重发 fails again"),
            new Account("qiye236", "19900009002 is so in even minutes: 重发 in an odd one arrives"),
            new Account("qiye237", "19900009003 is taken by the second provider alone"),
            new Account("qiye238", "19900009004 is taken by nobody in even minutes, and tried again"),
            new Account("qiye239", "19900009005 is answered after 2.5 s"));

    private final Topology topology;

    Welcome(Topology topology) {
        this.topology = topology;
    }

    record Account(String username, String who) {}

    static String unreliablePhones(String indent) {
        return UNRELIABLE.stream()
                .map(account -> indent + account.who() + " (" + account.username() + ")")
                .collect(Collectors.joining("\n"));
    }

    void print(Terminal terminal) {
        var base = "http://localhost:" + topology.gatewayPort();
        terminal.result("");
        terminal.result("  Portal   " + base + "/");
        terminal.result("  H5       " + base + "/m/");
        terminal.result("  Console  " + base + "/admin/");
        terminal.result("");
        terminal.result("  Demo accounts, password " + DEMO_PASSWORD + ":");
        ACCOUNTS.forEach(account -> terminal.result("    %-16s %s".formatted(account.username(), account.who())));
        terminal.result("");
        terminal.result(
                "  Codes by text message, as for registering, are shown by ./zhengqi sms. Those to qiye235 … qiye239");
        terminal.result("  fail or are slow: ./zhengqi help says how");
    }
}
