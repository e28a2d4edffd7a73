import { plainText } from '../plainText';
import { HeadFacts, ImageFacts, PodFacts } from './facts';

const DIGEST_LENGTH_COUNT = 12;

/** `registry:5000/team/shop:v42` is `v42`; without a tag the digest's beginning, else `latest`. */
export function tagOf(image: string): string {
  const [path, digest] = image.split('@');
  const name = path.slice(path.lastIndexOf('/') + 1);
  const tag = name.includes(':') ? name.slice(name.indexOf(':') + 1) : '';
  const hash = digest?.slice(digest.indexOf(':') + 1);
  return plainText(tag || hash?.slice(0, DIGEST_LENGTH_COUNT) || 'latest', 60);
}

/** What the head wants to run; of what has no template nothing. */
export function imagesOf(head: HeadFacts): readonly ImageFacts[] {
  return head.kind === 'Foreign' ? [] : head.images;
}

/** What people call a set of images: the tag of the first container. */
export function versionOf(images: readonly ImageFacts[]): string {
  return images.length > 0 ? tagOf(images[0].image) : 'the new revision';
}

/** What a pod's containers run, beside the init containers. */
export function podImages(pod: PodFacts): readonly ImageFacts[] {
  return pod.containers
    .filter(({ role }) => role === 'app')
    .map(({ name, image }) => ({ container: name, image }));
}

/** Whether two sets of images are the same, whatever the order of the containers. */
export function sameImages(
  a: readonly ImageFacts[],
  b: readonly ImageFacts[],
): boolean {
  return imageKey(a) === imageKey(b);
}

function imageKey(images: readonly ImageFacts[]): string {
  return images
    .map(({ container, image }) => `${container}=${image}`)
    .sort()
    .join();
}
