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
 * @param state what belongs to one running copy: data, logs, pids, secrets
 */
record Workspace(Path root, Path state) {

    static Workspace of(Path root, int offset) {
        var name = offset == 0 ? "local" : "local-" + offset;
        var workspace = new Workspace(root, root.resolve(".zhengqi").resolve(name));
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
