/** From the text of a document to a draft of its conditions: files read, sentences that state conditions found, each explained. */
@NullMarked
package cn.zhengqi.policy.reading;

import org.jspecify.annotations.NullMarked;
