package cn.zhengqi.local;

import cn.zhengqi.engines.EngineHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things lie in {@code .zhengqi}, the folder that git does not see.
 *
 * @param root the project
 * @param district folder in {@code deploy/district}: whose platform it is
 * @param state what belongs to one running copy: data, logs, pids, secrets
 */
record Workspace(Path root, String district, Path state) {

    static final String FIRST_DISTRICT = "banan";

    static Workspace of(Path root, int offset) {
        return of(root, FIRST_DISTRICT, offset);
    }

    /** Each district has data of its own. */
    static Workspace of(Path root, String district, int offset) {
        if (!district.matches("[a-z][a-z0-9-]*")) {
            throw new LauncherException("no name of a district: " + district);
        }
        var name =
                "local" + (district.equals(FIRST_DISTRICT) ? "" : "-" + district) + (offset == 0 ? "" : "-" + offset);
        var workspace = new Workspace(root, district, root.resolve(".zhengqi").resolve(name));
        for (var folder :
                new Path[] {workspace.state, workspace.build(), workspace.applications(), workspace.cache()}) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return workspace;
    }

    /** The district's configuration, data and pictures. */
    Path districtFolder() {
        return root.resolve("deploy/district").resolve(district);
    }

    /** @throws LauncherException there is no such district */
    Path districtConfiguration() {
        var file = districtFolder().resolve("district.yaml");
        if (!Files.isRegularFile(file)) {
            throw new LauncherException("there is no district " + district + ": " + shown(file) + " is missing");
        }
        return file;
    }

    /** Stamps and logs of builds. */
    Path build() {
        return root.resolve(".zhengqi/build");
    }

    /** Extracted jars and their AOT caches. */
    Path applications() {
        return root.resolve(".zhengqi/apps");
    }

    /** Extracted binaries of the engines. */
    Path cache() {
        return root.resolve(".zhengqi/cache");
    }

    /** Of benches, and of tests, to which the parent pom gives it: what libraries keep in a home, and the engines of tests extracted. */
    Path homeOfTests() {
        return root.resolve(".zhengqi/tests");
    }

    EngineHome home(String process) {
        return EngineHome.at(state.resolve(process), cache());
    }

    Path log(String process) {
        return state.resolve(process).resolve(process + ".log");
    }

    /** A path as a person wants to read it. */
    String shown(Path path) {
        return path.startsWith(root) ? root.relativize(path).toString() : path.toString();
    }
}
