package cn.zhengqi.paper;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about a paper beside its number. Files are not sent: only their hashes are.
 *
 * @param printed the beginning of the fingerprint as it stands on a copy
 * @param file SHA-256 of a file
 */
public record PaperQuestion(
        @Nullable @Pattern(regexp = "[0-9a-f]{8,64}", message = "内容指纹应为 8 到 64 位十六进制数字")
        String printed,

        @Nullable @Pattern(regexp = "[0-9a-f]{64}", message = "文件摘要应为 64 位十六进制数字")
        String file) {}
