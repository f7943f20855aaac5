package cn.zhengqi.finance.activity;

import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.paper.PaperPdf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 金融活动, open to everyone. */
@RestController
@RequestMapping("/api/finance/activities")
class ActivityController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Activities activities;
    private final String publicUrl;

    ActivityController(Activities activities, @Value("${zhengqi.public-url:http://localhost:8080}") String publicUrl) {
        this.activities = activities;
        this.publicUrl = publicUrl;
    }

    /**
     * @param q part of title, organiser or audience
     * @param over only those that are over, or only those that are not
     */
    record Wanted(
            @Nullable @Size(max = 100, message = "关键词不超过 100 字")
            String q,

            @Nullable Boolean over) {}

    @GetMapping
    Page<ActivityView> list(@Valid Wanted wanted, PageRequest page) {
        return activities.published(wanted.q(), wanted.over(), page);
    }

    @GetMapping("/{id}")
    ActivityDetail detail(@PathVariable UUID id) {
        return activities.detail(id);
    }

    @GetMapping(path = "/{id}/calendar", produces = "text/calendar;charset=UTF-8")
    ResponseEntity<byte[]> calendar(@PathVariable UUID id) {
        Activity activity = activities.shown(id);
        return PaperPdf.attached(
                CALENDAR,
                activity.title() + ".ics",
                ActivityCalendar.of(activity, publicUrl).getBytes(StandardCharsets.UTF_8));
    }
}
