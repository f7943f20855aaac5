package cn.zhengqi.promise;

import cn.zhengqi.web.Callers;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.RestController;

/** For the question before 工作日历 is changed. */
@RestController
@Callers("user-service")
class MovedPromisesEndpoint implements MovedPromises {

    private final Promises promises;

    MovedPromisesEndpoint(Promises promises) {
        this.promises = promises;
    }

    @Override
    public Moved moved(Arrangement year) {
        return new Moved(promises.movedBy(
                new HolidayYear(year.year(), "", new TreeSet<>(year.off()), new TreeSet<>(year.work()), 0)));
    }
}
