package cn.zhengqi.promise;

import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** What a change of the calendar would do to what a service promised; changes nothing. Who asks extends it with a {@code @FeignClient} that names the service. */
public interface MovedPromises {

    /** How a year would be arranged. */
    record Arrangement(int year, List<LocalDate> off, List<LocalDate> work) {}

    /** @param count of open cases that would have to be answered by another day */
    record Moved(long count) {}

    @PostMapping("/internal/promises/moved")
    Moved moved(@RequestBody Arrangement year);
}
