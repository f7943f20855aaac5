package cn.zhengqi.web.file;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.MediaType;

/** The one way in which files come: as parts of a form. */
public final class FilesInForm {

    private FilesInForm() {}

    public static boolean comeWith(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null) {
            return false;
        }
        int parameters = type.indexOf(';');
        String bare = parameters < 0 ? type : type.substring(0, parameters);
        return bare.strip().toLowerCase(Locale.ROOT).equals(MediaType.MULTIPART_FORM_DATA_VALUE);
    }
}
