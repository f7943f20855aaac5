package cn.zhengqi.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to run PostgreSQL's programs, which refuse to run as root. */
final class ServerAccount {

    private static final int NOBODY = 65534;

    private enum Way {
        AS_WE_ARE,
        OWN_USER_NAMESPACE,
        AS_NOBODY
    }

    private final Way way;
    private final Path binaries;

    private ServerAccount(Way way, Path binaries) {
        this.way = way;
        this.binaries = binaries;
    }

    static ServerAccount forPostgres(EngineHome home, Path binaries) {
        if (!System.getProperty("user.name").equals("root")) {
            return new ServerAccount(Way.AS_WE_ARE, binaries);
        }
        // Inside an empty user namespace root is nobody in particular, yet its files stay its own.
        if (succeeds(List.of("unshare", "-U", binaries.resolve("bin/postgres").toString(), "--version"))) {
            return new ServerAccount(Way.OWN_USER_NAMESPACE, binaries);
        }
        var account = new ServerAccount(Way.AS_NOBODY, binaries);
        if (!succeeds(account.command("postgres", "--version"))) {
            throw new EngineException(
                    "PostgreSQL does not run as root, user namespaces are switched off here, and user "
                            + "nobody cannot read " + binaries + ": run this as a normal user");
        }
        account.own(home.folder());
        return account;
    }

    List<String> command(String program, String... arguments) {
        var command = new ArrayList<String>();
        switch (way) {
            case AS_WE_ARE -> {}
            case OWN_USER_NAMESPACE -> command.addAll(List.of("unshare", "-U"));
            case AS_NOBODY ->
                command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Hands a file or a folder with all in it to the account that the server runs as. */
    void own(Path path) {
        if (way != Way.AS_NOBODY) {
            return;
        }
        try (var paths = Files.walk(path)) {
            for (var one : paths.toList()) {
                Files.setAttribute(one, "unix:uid", NOBODY);
                Files.setAttribute(one, "unix:gid", NOBODY);
            }
        } catch (IOException e) {
            throw new EngineException("cannot hand " + path + " to user nobody", e);
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
