package cn.zhengqi.web.file;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses what is announced to be larger than its {@link Upload} takes, after it was asked whether the caller may, and before the body is read. */
public final class UploadLimit implements HandlerInterceptor {

    private static final long MEGABYTE = 1024L * 1024;

    /** For names, boundaries and the fields beside the files. What is larger by less is received, and the handler says by how much. */
    private static final long ENVELOPE = MEGABYTE / 4;

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Upload upload = method.getMethodAnnotation(Upload.class);
            if (upload != null && request.getContentLengthLong() > upload.maxBytes() + ENVELOPE) {
                throw new ProblemException(
                        CommonProblem.PAYLOAD_TOO_LARGE, "上传的内容过大，最多 " + upload.maxBytes() / MEGABYTE + " MB");
            }
        }
        return true;
    }
}
