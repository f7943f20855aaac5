package cn.zhengqi.message.live;

import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live line to a person's open pages. */
@RestController
class LiveController {

    private final LiveStreams streams;

    LiveController(LiveStreams streams) {
        this.streams = streams;
    }

    @GetMapping(path = "/api/message/my/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Permission(Permission.SIGNED_IN)
    SseEmitter stream(
            CurrentUser user,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            HttpServletResponse response) {
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader("Cache-Control", "no-store");
        return streams.open(user.accountId(), numberOf(last));
    }

    /** Whatever is no number of ours starts with what comes from now on. */
    private static @Nullable Long numberOf(@Nullable String last) {
        return last == null || !last.matches("\\d{1,18}") ? null : Long.valueOf(last);
    }
}
