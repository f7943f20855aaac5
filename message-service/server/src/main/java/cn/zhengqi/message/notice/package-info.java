/** What is told about each fact. */
@NullMarked
package cn.zhengqi.message.notice;

import org.jspecify.annotations.NullMarked;
