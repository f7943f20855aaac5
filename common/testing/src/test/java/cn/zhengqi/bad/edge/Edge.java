package cn.zhengqi.bad.edge;

import cn.zhengqi.bad.core.ThingHelper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class Edge {

    ThingHelper thing;

    void read() {
        try {
            Files.readString(Path.of("thing"));
        } catch (IOException lost) {
            lost.printStackTrace();
        }
    }
}
