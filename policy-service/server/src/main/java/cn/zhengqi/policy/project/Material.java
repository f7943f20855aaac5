package cn.zhengqi.policy.project;

import cn.zhengqi.web.file.FileKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A paper that is handed in with a declaration. */
public record Material(
        @NotBlank(message = FormDesign.KEY_WORDS) @Pattern(regexp = FormDesign.KEY, message = FormDesign.KEY_WORDS)
        String key,

        @NotBlank(message = "请填写材料名称") @Size(max = 80, message = "材料名称不超过 80 字")
        String name,

        boolean required,
        @Nullable @Size(max = 200, message = "说明不超过 200 字") String hint,
        @NotEmpty(message = "请选择材料的格式") List<FileKind> formats) {

    /** Of one material that can be handed in. */
    public static final int MOST_FILES = 10;

    public Material {
        formats = List.copyOf(Objects.requireNonNullElse(formats, List.of()));
    }

    /** A list inside a column. */
    public record All(List<Material> items) {

        public All {
            items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
        }
    }
}
