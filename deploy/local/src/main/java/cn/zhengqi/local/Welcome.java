package cn.zhengqi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** What a person needs to know once everything runs. */
final class Welcome {

    static final String DEMO_PASSWORD = "Zhengqi@2026";

    /** One account of each kind; {@code accounts.tsv} has the others. */
    private static final List<String> SHOWN = List.of(
            "qiye", "xinqiye", "shenhe", "yinhang", "jinrongban", "guanyuan", "yunying", "xitong", "anquan", "shenji");

    private final Workspace workspace;
    private final Topology topology;

    Welcome(Workspace workspace, Topology topology) {
        this.workspace = workspace;
        this.topology = topology;
    }

    void print(Terminal terminal) {
        var base = "http://localhost:" + topology.gatewayPort();
        terminal.result("");
        terminal.result("  Portal   " + base + "/");
        terminal.result("  H5       " + base + "/m/");
        terminal.result("  Console  " + base + "/admin/");
        terminal.result("");
        terminal.result("  Demo accounts, password " + DEMO_PASSWORD + ":");
        var accounts = workspace.root().resolve("deploy/data/src/main/resources/demo/accounts.tsv");
        try {
            var lines = Files.readAllLines(accounts);
            var columns = List.of(lines.getFirst().split("\t", -1));
            for (var line : lines.subList(1, lines.size())) {
                var account = line.split("\t", -1);
                var username = account[columns.indexOf("username")];
                if (SHOWN.contains(username)) {
                    terminal.result("    %-12s %-18s %-14s %s"
                            .formatted(
                                    username,
                                    account[columns.indexOf("role")],
                                    account[columns.indexOf("where")],
                                    account[columns.indexOf("displayName")]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
