#!/usr/bin/env bash
# Runs once, as root, when Gradescope builds the image of this autograder. Where it is tried on another machine,
# AUTOGRADER_ROOT names a folder, and the system stays as it is.
set -euo pipefail
root="${AUTOGRADER_ROOT:-/autograder}"

if [ "$root" = /autograder ]; then
  apt-get update
  # Where the platform allows bubblewrap, submissions run isolated from the checks; elsewhere Node's permission model
  # limits them.
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends bubblewrap ca-certificates libatomic1 npm
  # The distribution has an old Node and npm. A newer Node, which can also keep programs from the network, needs libatomic.
  case "$(uname -m)" in
    aarch64) machine=arm64 ;;
    *) machine=x64 ;;
  esac
  npm install --prefix "$root/source/node" --no-audit --no-fund "node-linux-$machine@26" npm@11
  mkdir -p "$root/source/node/bin"
  ln -sf "../node_modules/node-linux-$machine/bin/node" ../node_modules/.bin/npm "$root/source/node/bin/"
fi

export PATH="$root/source/node/bin:$PATH"
cd "$root/source/kit"
npm ci --no-audit --no-fund
