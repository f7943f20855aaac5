package cn.zhengqi.web.file;

import org.jspecify.annotations.Nullable;

/** The name under which a file is shown and downloaded: what the sender called it, made harmless. */
public final class FileName {

    private static final int MOST_CHARACTERS = 100;

    private FileName() {}

    public static String of(@Nullable String given, FileKind kind) {
        return of(given, kind.extension());
    }

    /** @param extension of what the file is by its content, with its dot */
    public static String of(@Nullable String given, String extension) {
        String name = given == null ? "" : given;
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        stem = stem.replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]", "").strip();
        if (stem.isEmpty() || stem.equals(".")) {
            stem = "文件";
        }
        int end = stem.offsetByCodePoints(0, Math.min(MOST_CHARACTERS, stem.codePointCount(0, stem.length())));
        String shown = stem.substring(0, end);
        while (shown.length() > MOST_CHARACTERS) {
            shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), -1));
        }
        return shown + extension;
    }
}
