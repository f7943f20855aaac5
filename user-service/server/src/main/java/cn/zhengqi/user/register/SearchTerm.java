package cn.zhengqi.user.register;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Uscc;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What someone who looks for their enterprise typed: a whole code, or parts of a name. */
sealed interface SearchTerm {

    record Code(Uscc uscc) implements SearchTerm {}

    /** @param parts each at least two characters long except where the whole has at least two; a name must contain them all */
    record NameParts(List<String> parts) implements SearchTerm {}

    /** Long enough to be meant as a code: then it must be a right one, or "nothing found" would hide a typing error. */
    Pattern LOOKS_LIKE_A_CODE = Pattern.compile("[0-9A-Za-z]{15,}");

    int MAX_LENGTH = 100;

    /** @throws ProblemException USCC_INVALID, or VALIDATION_FAILED when the text is too short or too long */
    static SearchTerm parse(@Nullable String text) {
        String typed = text == null ? "" : text.strip();
        String joined = typed.replaceAll("\\s", "");
        if (LOOKS_LIKE_A_CODE.matcher(joined).matches()) {
            return new Code(Uscc.parse(joined));
        }
        if (joined.codePointCount(0, joined.length()) < 2) {
            throw ProblemException.validation("q", "LENGTH", "请至少输入企业名称中的两个字，或完整的统一社会信用代码");
        }
        if (typed.length() > MAX_LENGTH) {
            throw ProblemException.validation("q", "LENGTH", "搜索内容过长");
        }
        return new NameParts(Arrays.asList(typed.split("\\s+")));
    }
}
