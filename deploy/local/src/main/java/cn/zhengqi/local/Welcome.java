package cn.zhengqi.local;

import java.util.List;

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

    private final Topology topology;

    Welcome(Topology topology) {
        this.topology = topology;
    }

    record Account(String username, String who) {}

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
                "  Codes by text message, as for registering, are shown by ./zhengqi sms. Those to qiye234 … qiye239");
        terminal.result("  fail or are slow: ./zhengqi help says how");
    }
}
