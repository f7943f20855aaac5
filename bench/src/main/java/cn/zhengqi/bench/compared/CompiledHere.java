package cn.zhengqi.bench.compared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Classes from sources that were written at run time, compiled by the JDK's own compiler. */
final class CompiledHere {

    final ClassLoader loader;

    /** @param sources by the class's simple name */
    CompiledHere(Map<String, String> sources) {
        try {
            Path folder = Files.createTempDirectory("compared");
            // Drools reads no newer classes than these.
            List<String> arguments = new ArrayList<>(List.of(
                    "-proc:none", "--release", "17", "-cp", System.getProperty("java.class.path"), "-d", "" + folder));
            for (Map.Entry<String, String> source : sources.entrySet()) {
                arguments.add(Files.writeString(folder.resolve(source.getKey() + ".java"), source.getValue())
                        .toString());
            }
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
                throw new IllegalStateException("What was written does not compile");
            }
            try (Stream<Path> files = Files.walk(folder)) {
                files.forEach(file -> file.toFile().deleteOnExit());
            }
            loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, CompiledHere.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T instance(String name, Class<T> type) {
        try {
            return type.cast(loader.loadClass(name).getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
