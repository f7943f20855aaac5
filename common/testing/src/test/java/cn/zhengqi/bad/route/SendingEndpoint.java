package cn.zhengqi.bad.route;

import org.springframework.web.bind.annotation.RestController;

@RestController
public class SendingEndpoint {

    private final Room room;

    SendingEndpoint(Room room) {
        this.room = room;
    }

    long count() {
        return room.count();
    }
}
