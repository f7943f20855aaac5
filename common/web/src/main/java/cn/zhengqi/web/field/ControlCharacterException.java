package cn.zhengqi.web.field;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.InvalidFormatException;

/** A text in a request body with a control character, see {@link Texts}. */
public final class ControlCharacterException extends InvalidFormatException {

    private static final long serialVersionUID = 1L;

    ControlCharacterException(@Nullable JsonParser parser, String text) {
        super(parser, "control character in a text", text, String.class);
    }
}
