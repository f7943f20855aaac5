/** Real PostgreSQL, Redis, RocketMQ and Nacos servers as child processes, without Docker, as root or as a normal user. */
@NullMarked
package cn.zhengqi.engines;

import org.jspecify.annotations.NullMarked;
